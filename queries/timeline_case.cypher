// What does every source say of one case, in the order of time?
// Shows each sentence that supports the case or a ruling on it, with the standing that this sentence gives to each person
// and the standing as of all sources. Cannot show which source is right where they differ.
// $id: text = required. The case's id.
// id: Apa kata setiap sumber tentang satu perkara, menurut urutan waktu?
// id: Memperlihatkan setiap kalimat yang mendukung perkara atau putusannya, dengan status yang diberikan kalimat itu
// id: kepada setiap orang dan status menurut semua sumber. Tidak dapat memperlihatkan sumber mana yang benar bila
// id: berbeda.
// id: $id: Id perkara.
CALL () {
  MATCH (f:Incident {id: $id})<-[:SUPPORTS]-(c:Claim)
  RETURN f, c
  UNION
  MATCH (:Incident {id: $id})<-[:DECIDES]-(f:Ruling)<-[:SUPPORTS]-(c:Claim)
  RETURN f, c
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
