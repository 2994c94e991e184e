// Who is accused of what, and how do they stand?
// Shows everybody accused in any case with the standing as of all sources and the latest sentence that says so. Alleged
// is no finding, cleared is cleared. Cannot show people whom articles do not name.
// $standing: text = null. Only this standing: alleged, proven or cleared.
// $region: text = null. Only cases in this region's id or below it.
MATCH (p:Person)-[r:ACCUSED_IN]->(i:Incident)
WHERE ($standing IS NULL OR r.standing = $standing)
  AND ($region IS NULL OR EXISTS { (i)-[:IN]->(:Region)-[:PART_OF*0..3]->(:Region {id: $region}) })
OPTIONAL MATCH (i)-[:IN]->(region:Region)
CALL (p, r, i) {
  MATCH (p)<-[about:ABOUT {role: 'accused'}]-(c:Claim)-[:SUPPORTS]->(i)
  MATCH (c)-[:IN]->(a:Article)
  RETURN about, c, a
  ORDER BY
    about.standing = r.standing DESC, coalesce(about.rank, 9), a.published IS NULL, a.published DESC, c.id
  LIMIT 1
}
RETURN
  p.name AS person, r.standing AS standing, r.since AS since, i.violations AS violations, i.date AS date,
  i.precision AS precision, about.office AS office, region.name AS region, i.stage AS stage, r.tracks AS tracks,
  p.id AS person_id, i.id AS case_id,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY person, person_id, date, case_id
