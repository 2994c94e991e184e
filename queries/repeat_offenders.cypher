// Who was accused in more than one case?
// Shows each person with every case, its standing as of all sources, and the latest sentence that says so. An accusation
// is no finding: read the standing. Cannot show people whom articles call by initials only, nor cases no site reported;
// two people of one name and office in one regency would be taken for one.
// $least: int = 2. At least so many cases.
// $year: int = null. Only cases first reported in this year.
// $cleared: text = yes. Whether cases count in which the person was cleared: yes or no.
MATCH (p:Person)-[r:ACCUSED_IN]->(i:Incident)
WHERE ($year IS NULL OR i.first_reported.year = $year) AND ($cleared = 'yes' OR r.standing <> 'cleared')
WITH p, collect(i) AS cases
WHERE size(cases) >= $least
UNWIND cases AS i
MATCH (p)-[r:ACCUSED_IN]->(i)
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
  p.name AS person, size(cases) AS cases, r.standing AS standing, i.violations AS violations, i.date AS date,
  i.precision AS precision, about.office AS office, region.name AS region, i.stage AS stage, p.id AS person_id,
  i.id AS case_id,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY cases DESC, person, person_id, date, case_id
