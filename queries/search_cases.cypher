// Which cases fit these words?
// Shows cases whose place, violation, date or accused hold every word, with the standings of the accused. Cannot search
// the text of articles.
// $text: text = required. Words, or parts of words.
// $limit: int = 50. At most so many.
// id: Perkara mana yang cocok dengan kata-kata ini?
// id: Memperlihatkan perkara yang tempat, pelanggaran, tanggal, atau yang disangkanya memuat semua kata, dengan
// id: status yang disangka. Tidak dapat mencari dalam teks berita.
// id: $text: Kata, atau bagian kata.
// id: $limit: Paling banyak sekian.
MATCH (i:Incident)
OPTIONAL MATCH (p:Person)-[r:ACCUSED_IN]->(i)
WITH i, p, r ORDER BY p.name, p.id
WITH i, collect(p.name) AS people, collect(DISTINCT r.standing) AS standing,
  reduce(text = i.search, p IN collect(p) | text + ' ' + p.search) AS text
WHERE all(word IN split(toLower(trim($text)), ' ') WHERE text CONTAINS word)
OPTIONAL MATCH (i)-[:IN]->(region:Region)
RETURN
  i.id AS id, i.violations AS violations, i.date AS date, i.precision AS precision, i.stage AS stage, standing, people,
  region.name AS region, region.id AS region_id, i.articles AS articles, i.first_reported AS first_reported,
  i.last_reported AS last_reported
ORDER BY last_reported DESC, id
LIMIT $limit
