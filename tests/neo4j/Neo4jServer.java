import static org.neo4j.configuration.GraphDatabaseSettings.allow_file_urls;
import static org.neo4j.configuration.GraphDatabaseSettings.auth_enabled;
import static org.neo4j.configuration.GraphDatabaseSettings.pagecache_memory;

import java.nio.file.Path;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/**
 * Neo4j Community in one process, on loopback, without passwords: for the tests.
 *
 * <p>Arguments: an empty folder and a port. Says "ready" once Bolt answers; ends when its standard input does, so that it
 * never outlives the test session that started it.
 */
class Neo4jServer {
  public static void main(String[] arguments) throws Exception {
    var address = new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1]));
    var server =
        new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, address)
            .setConfig(auth_enabled, false)
            .setConfig(allow_file_urls, false)
            .setConfig(pagecache_memory, ByteUnit.mebiBytes(64))
            .build();
    System.out.println("ready");
    while (System.in.read() != -1) {
      // wait for the end of the session
    }
    server.shutdown();
  }
}
