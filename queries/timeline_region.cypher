// What happened in one region and all that are part of it?
// Shows cases, their rulings, figures for the region and activities there. Cannot show what the press did not report:
// few cases may mean few reporters.
// $id: text = required. The region's id (its Kemendagri code where it has one).
// id: Apa yang terjadi di satu wilayah dan semua bagiannya?
// id: Memperlihatkan perkara, putusannya, angka tentang wilayah itu, dan kegiatan di sana. Tidak dapat
// id: memperlihatkan yang tidak diberitakan: sedikit perkara bisa berarti sedikit wartawan.
// id: $id: Id wilayah (kode Kemendagri bila ada).
CALL () {
  MATCH (:Region {id: $id})<-[:PART_OF*0..3]-(:Region)<-[:IN]-(f:Incident)<-[:SUPPORTS]-(c:Claim)
  RETURN f, c
  UNION
  MATCH (:Region {id: $id})<-[:PART_OF*0..3]-(:Region)<-[:IN]-(:Incident)<-[:DECIDES]-(f:Ruling)<-[:SUPPORTS]-(c:Claim)
  RETURN f, c
  UNION
  MATCH (:Region {id: $id})<-[:PART_OF*0..3]-(:Region)<-[:COVERS]-(f:Statistic)<-[:SUPPORTS]-(c:Claim)
  RETURN f, c
  UNION
  MATCH (:Region {id: $id})<-[:PART_OF*0..3]-(:Region)<-[:ABOUT]-(c:Claim)-[:SUPPORTS]->(f:Activity)
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
