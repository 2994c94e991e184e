// Which regions are called like this?
// Shows regions that something in the graph refers to, with the number of cases in them and all below. Cannot find
// regions of which nothing was reported.
// $text: text = required. Words, or parts of words.
// $limit: int = 50. At most so many.
// id: Wilayah mana yang bernama begini?
// id: Memperlihatkan wilayah yang disebut sesuatu dalam graf, dengan jumlah perkara di sana dan di bawahnya. Tidak
// id: dapat menemukan wilayah yang tidak diberitakan.
// id: $text: Kata, atau bagian kata.
// id: $limit: Paling banyak sekian.
MATCH (x:Region)
WHERE all(word IN split(toLower(trim($text)), ' ') WHERE x.search CONTAINS word)
OPTIONAL MATCH (x)-[:PART_OF]->(parent:Region)
RETURN
  x.id AS id, x.name AS name, x.level AS level, x.code AS code, parent.name AS parent, parent.id AS parent_id,
  parent.name AS region, parent.id AS region_id,
  COUNT { MATCH (x)<-[:PART_OF*0..3]-(:Region)<-[:IN]-(i:Incident) RETURN DISTINCT i } AS incidents,
  COUNT { MATCH (x)<-[:PART_OF*0..3]-(:Region)<-[:ABOUT]-(:Claim)-[:IN]->(a:Article) RETURN DISTINCT a } AS articles
ORDER BY incidents DESC, name, id
LIMIT $limit
