// Which agencies are called like this?
// Shows bodies one of whose names, short or long, holds every word. Cannot find names that no article used.
// $text: text = required. Words, or parts of words.
// $limit: int = 50. At most so many.
// id: Lembaga mana yang bernama begini?
// id: Memperlihatkan lembaga yang salah satu namanya, panjang atau pendek, memuat semua kata. Tidak dapat menemukan
// id: nama yang tidak dipakai berita.
// id: $text: Kata, atau bagian kata.
// id: $limit: Paling banyak sekian.
MATCH (b:Agency)
WHERE all(word IN split(toLower(trim($text)), ' ') WHERE b.search CONTAINS word)
OPTIONAL MATCH (b)-[:IN]->(region:Region)
RETURN
  b.id AS id, b.name AS name, b.names AS names, b.kind AS kind, b.level AS level, region.name AS region,
  region.id AS region_id, COUNT { MATCH (b)<-[:ABOUT]-(:Claim)-[:IN]->(a:Article) RETURN DISTINCT a } AS articles
ORDER BY articles DESC, name, id
LIMIT $limit
