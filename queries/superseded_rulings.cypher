// Which rulings were overturned, and what was decided in the end?
// Shows each ruling that an article says was overturned beside the other rulings of the same case. Cannot tell which of
// several later rulings overturned it.
// id: Putusan mana yang dibatalkan, dan apa putusan akhirnya?
// id: Memperlihatkan setiap putusan yang menurut berita dibatalkan, di samping putusan lain dalam perkara yang sama.
// id: Tidak dapat mengatakan putusan mana di antara beberapa yang membatalkannya.
MATCH (old:Ruling {superseded: true})-[:DECIDES]->(i:Incident)
OPTIONAL MATCH (old)-[:AGAINST]->(p:Person)
OPTIONAL MATCH (p)-[accused:ACCUSED_IN]->(i)
OPTIONAL MATCH (old)-[:BY]->(body:Agency)
OPTIONAL MATCH (i)<-[:DECIDES]-(new:Ruling {superseded: false})
OPTIONAL MATCH (new)-[:BY]->(later:Agency)
CALL (old) {
  MATCH (old)<-[:SUPPORTS]-(c:Claim)-[:IN]->(a:Article)
  RETURN c, a
  ORDER BY a.published IS NULL, a.published, c.id
  LIMIT 1
}
RETURN
  p.name AS person, accused.standing AS standing, old.date AS date, old.precision AS precision, body.name AS agency,
  old.outcome AS outcome, new.date AS later, later.name AS by, new.outcome AS then, p.id AS person_id, i.id AS case_id,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY date, case_id, person_id, later, then
