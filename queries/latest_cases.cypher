// Which cases were reported last?
// Shows the cases with the latest first report, their place and the standings of the accused. Cannot show what happened
// last, only what was reported last.
// $limit: int = 10. At most so many.
// id: Perkara mana yang terakhir diberitakan?
// id: Memperlihatkan perkara yang paling akhir pertama kali diberitakan, tempatnya, dan status yang disangka. Tidak
// id: dapat memperlihatkan apa yang terakhir terjadi, hanya apa yang terakhir diberitakan.
// id: $limit: Paling banyak sekian.
MATCH (i:Incident)
WITH i ORDER BY i.first_reported IS NULL, i.first_reported DESC, i.id LIMIT $limit
OPTIONAL MATCH (i)-[:IN]->(region:Region)
OPTIONAL MATCH (p:Person)-[r:ACCUSED_IN]->(i)
WITH i, region, p, r ORDER BY p.name, p.id
RETURN
  i.id AS id, i.violations AS violations, i.date AS date, i.precision AS precision, i.stage AS stage,
  region.name AS region, region.id AS region_id, i.articles AS articles, i.first_reported AS first_reported,
  i.last_reported AS last_reported, collect(p.name) AS people, collect(DISTINCT r.standing) AS standing
ORDER BY first_reported IS NULL, first_reported DESC, id
