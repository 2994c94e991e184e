"""What many cases have in common: projections of the graph, looked at with networkx, written back for Cypher."""
