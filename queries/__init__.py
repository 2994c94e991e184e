"""Questions to the graph, one Cypher file each."""
