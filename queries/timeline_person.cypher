// What was said of one person, when, and where is it written?
// Shows every case, ruling and activity that a sentence ties to the person, each sentence with its article, and mere
// mentions; of a case also sentences that accuse nobody (the act itself, whom it favoured). Cannot show what no article
// said, nor whether somebody of the same name is the same person: see possibly_same.
// A ruling's sentence that names nobody is shown with those the ruling is against.
// $id: text = required. The person's id.
// id: Apa yang dikatakan tentang satu orang, kapan, dan di mana tertulis?
// id: Memperlihatkan setiap perkara, putusan, dan kegiatan yang terhubung dengan orang itu oleh suatu kalimat,
// id: setiap kalimat dengan beritanya, dan penyebutan belaka; dari suatu perkara juga kalimat yang tidak menyangka
// id: siapa pun. Tidak dapat memperlihatkan yang tidak ditulis berita, atau apakah orang bernama sama adalah orang
// id: yang sama: lihat possibly_same. Kalimat putusan yang tidak menyebut nama ditampilkan pada mereka yang dikenai
// id: putusan itu.
// id: $id: Id orang.
CALL () {
  MATCH (:Person {id: $id})<-[:ABOUT]-(:Claim)-[:SUPPORTS]->(f)
  WITH DISTINCT f
  MATCH (f)<-[:SUPPORTS]-(c:Claim)
  WHERE EXISTS { (c)-[:ABOUT]->(:Person {id: $id}) } OR NOT EXISTS { (c)-[:ABOUT {role: 'accused'}]->(:Person) }
  RETURN f, c
  UNION
  MATCH (:Person {id: $id})<-[:AGAINST]-(f:Ruling)<-[:SUPPORTS]-(c:Claim)
  WHERE NOT EXISTS { (c)-[:ABOUT]->(:Person) }
  RETURN f, c
  UNION
  MATCH (:Person {id: $id})<-[:ABOUT]-(c:Claim)
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
