"""Links readings into a knowledge graph, on Neo4j or on the embedded store."""
