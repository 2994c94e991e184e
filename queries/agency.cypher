// What is this body, and where?
// Shows one row, or none for an unknown id. Names are those that articles print.
// $id: text = required. The agency's id.
// id: Lembaga apa ini, dan di mana?
// id: Memperlihatkan satu baris, atau tidak ada bila id tidak dikenal. Namanya sebagaimana ditulis berita.
// id: $id: Id lembaga.
MATCH (b:Agency {id: $id})
OPTIONAL MATCH (b)-[:IN]->(region:Region)
RETURN
  b.id AS id, b.name AS name, b.names AS names, b.kind AS kind, b.level AS level, region.name AS region,
  region.id AS region_id, COUNT { MATCH (b)<-[:ABOUT]-(:Claim)-[:IN]->(a:Article) RETURN DISTINCT a } AS articles,
  COUNT { (b)<-[:BY]-(:Ruling) } AS rulings
