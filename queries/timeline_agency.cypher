// What did one body decide, examine, count and do, and which cases touch people who serve it?
// Shows its rulings, figures and activities, the cases that articles say were reported to it, examined or decided by it,
// the cases of people said to hold an office in it, and sentences that name it. To examine is to find nothing. Cannot
// show decisions that no article reports; an office may have been held at another time than the case.
// $id: text = required. The agency's id.
// id: Apa yang diputus, dihitung, dan dilakukan satu lembaga, apa yang diperiksanya, dan perkara mana yang menyangkut orangnya?
// id: Memperlihatkan putusan, angka, dan kegiatannya, perkara yang menurut berita dilaporkan kepadanya,
// id: diperiksanya, atau diputusnya, perkara orang yang disebut menjabat di sana, dan kalimat yang menyebutnya.
// id: Memeriksa bukan menyatakan terbukti. Tidak dapat memperlihatkan putusan yang tidak diberitakan; jabatan bisa
// id: saja dipegang pada waktu lain daripada perkaranya.
// id: $id: Id lembaga.
CALL () {
  MATCH (:Agency {id: $id})<-[:BY]-(f)<-[:SUPPORTS]-(c:Claim)
  RETURN f, c
  UNION
  MATCH (:Agency {id: $id})<-[:HELD]-(p:Person)-[:ACCUSED_IN]->(f:Incident)<-[:SUPPORTS]-(c:Claim)
  WHERE EXISTS { (c)-[:ABOUT]->(p) }
  RETURN f, c
  UNION
  MATCH (:Agency {id: $id})<-[part:ABOUT]-(said:Claim)-[:IN]->(told:Article)<-[:IN]-(:Claim)-[:SUPPORTS]->(f:Incident)
  WHERE part.role IN ['reporter', 'investigator', 'decider']
  WITH told, said, collect(DISTINCT f) AS cases
  UNWIND cases AS f
  MATCH (told)<-[:IN]-(c:Claim)-[:SUPPORTS]->(f)
  WITH said, f, cases, collect(c) AS claims
  WHERE size(cases) = 1 OR any(x IN claims WHERE x.start < said.end AND said.start < x.end)
  UNWIND claims + [said] AS c
  RETURN f, c
  UNION
  MATCH (:Agency {id: $id})<-[:ABOUT]-(c:Claim)
  WHERE NOT EXISTS { (c)-[:SUPPORTS]->() }
  RETURN null AS f, c
}
MATCH (c)-[:IN]->(a:Article)
OPTIONAL MATCH (c)-[about:ABOUT]->(named:Person)
OPTIONAL MATCH (f)-[:AGAINST]->(sentenced:Person)
WHERE NOT EXISTS { (c)-[:ABOUT]->(:Person) }
WITH f, c, a, about, sentenced, coalesce(named, sentenced) AS who
OPTIONAL MATCH (f)-[:DECIDES]->(decided:Incident)
WITH f, c, a, about, sentenced, who, CASE WHEN f:Incident THEN f ELSE decided END AS i
OPTIONAL MATCH (who)-[accused:ACCUSED_IN]->(i)
OPTIONAL MATCH (f)-[:BY]->(body:Agency)
OPTIONAL MATCH (i)-[:IN]->(scene:Region)
OPTIONAL MATCH (f)-[:COVERS]->(covered:Region)
OPTIONAL MATCH (c)-[:ABOUT]->(place:Region)
WITH f, c, a, about, sentenced, who, i, accused, body, coalesce(scene, covered, place) AS region
RETURN
  CASE WHEN f IS NULL THEN 'mention' ELSE toLower(head(labels(f))) END AS fact, coalesce(f.id, c.id) AS fact_id,
  coalesce(f.date, f.as_of) AS date, f.precision AS precision,
  who.name AS person, who.id AS person_id, about.office AS office,
  CASE WHEN sentenced IS NULL THEN about.role ELSE 'accused' END AS role, about.standing AS standing,
  i.id AS case_id, i.violations AS violations, i.stage AS stage, accused.standing AS case_standing,
  accused.conflict AS conflict,
  f.track AS track, f.outcome AS outcome, f.class AS class, f.sanction AS sanction, f.months AS months,
  f.rupiah AS rupiah, f.suspended AS suspended, f.superseded AS superseded,
  f.measure AS measure, f.value AS value, f.unit AS unit, f.as_of AS as_of,
  CASE WHEN f:Activity THEN f.kind END AS activity,
  body.name AS agency, body.id AS agency_id, region.name AS region, region.id AS region_id,
  c.id AS claim, c.kind AS kind, c.quote AS quote, c.start AS start, c.end AS end, c.confidence AS confidence,
  c.reader AS reader,
  a.id AS article, a.title AS title, a.url AS url, a.site AS site, a.published AS published, a.zone AS zone,
  a.retrieved AS retrieved, a.archive AS archive
ORDER BY date, fact_id, claim, person_id, role
