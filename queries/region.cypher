// What is this region, and how much is known of it?
// Shows one row, or none for an unknown id; cases and articles count the regions below too. Few cases may mean few
// reporters.
// $id: text = required. The region's id.
// id: Wilayah apa ini, dan seberapa banyak yang diketahui tentangnya?
// id: Memperlihatkan satu baris, atau tidak ada bila id tidak dikenal; perkara dan berita mencakup wilayah di
// id: bawahnya. Sedikit perkara bisa berarti sedikit wartawan.
// id: $id: Id wilayah.
MATCH (x:Region {id: $id})
OPTIONAL MATCH (x)-[:PART_OF]->(parent:Region)
RETURN
  x.id AS id, x.name AS name, x.level AS level, x.code AS code, parent.name AS parent, parent.id AS parent_id,
  COUNT { MATCH (x)<-[:PART_OF*0..3]-(:Region)<-[:IN]-(i:Incident) RETURN DISTINCT i } AS incidents,
  COUNT { MATCH (x)<-[:PART_OF*0..3]-(:Region)<-[:ABOUT]-(:Claim)-[:IN]->(a:Article) RETURN DISTINCT a } AS articles
