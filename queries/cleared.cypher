// Who was accused and then cleared?
// Shows everybody whose case ended without a finding as of all sources, with the sentence that clears. Cannot show
// people whose clearing no article reported: they still stand as alleged elsewhere.
// $year: int = null. Only cases first reported in this year.
MATCH (p:Person)-[r:ACCUSED_IN {standing: 'cleared'}]->(i:Incident)
WHERE $year IS NULL OR i.first_reported.year = $year
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
  i.precision AS precision, about.office AS office, region.name AS region, r.tracks AS tracks, r.conflict AS conflict,
  p.id AS person_id, i.id AS case_id,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY since, person, person_id, case_id
