// Which rulings were made, by whom, on whom, with what sanction?
// Shows each ruling and each accused person it concerns, with the sentence. Demands, charges and statutory maxima are no
// rulings; a superseded one was overturned later. Cannot show rulings that no article reports.
// $track: text = null. Only this track: ethics, discipline, criminal or administrative.
// $outcome: text = null. Only this outcome.
// id: Putusan apa yang dijatuhkan, oleh siapa, terhadap siapa, dengan sanksi apa?
// id: Memperlihatkan setiap putusan dan setiap orang yang disangka di dalamnya, dengan kalimatnya. Tuntutan,
// id: dakwaan, dan ancaman hukuman bukan putusan; yang diganti (superseded) kemudian dibatalkan. Tidak dapat
// id: memperlihatkan putusan yang tidak diberitakan.
// id: $track: Hanya jalur ini: ethics, discipline, criminal, atau administrative.
// id: $outcome: Hanya hasil ini.
MATCH (r:Ruling)-[:DECIDES]->(i:Incident)
WHERE ($track IS NULL OR r.track = $track) AND ($outcome IS NULL OR r.outcome = $outcome)
OPTIONAL MATCH (r)-[:AGAINST]->(p:Person)
OPTIONAL MATCH (p)-[accused:ACCUSED_IN]->(i)
OPTIONAL MATCH (r)-[:BY]->(body:Agency)
CALL (r) {
  MATCH (r)<-[:SUPPORTS]-(c:Claim)-[:IN]->(a:Article)
  RETURN c, a
  ORDER BY a.published IS NULL, a.published, c.id
  LIMIT 1
}
RETURN
  r.date AS date, r.precision AS precision, body.name AS agency, r.track AS track, r.outcome AS outcome,
  p.name AS person, accused.standing AS standing, r.class AS class, r.sanction AS sanction, r.months AS months,
  r.rupiah AS rupiah, r.suspended AS suspended, r.superseded AS superseded, i.violations AS violations,
  p.id AS person_id, i.id AS case_id, r.id AS ruling_id,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY date, ruling_id, person, person_id
