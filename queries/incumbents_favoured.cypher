// Which incumbents are subordinates said to have favoured, and from which offices?
// Shows each favoured person whom an article of that year calls an incumbent, with everybody accused in the case, office
// and standing. That a person was favoured accuses that person of nothing. Cannot show incumbents whom no article names.
// $year: int = null. Only cases first reported in this year.
MATCH (i:Incident)-[favoured:FAVOURED]->(incumbent:Person)
WHERE favoured.incumbent AND ($year IS NULL OR i.first_reported.year = $year)
OPTIONAL MATCH (i)-[:IN]->(region:Region)
MATCH (p:Person)-[r:ACCUSED_IN]->(i)
CALL (p, r, i) {
  MATCH (p)<-[about:ABOUT {role: 'accused'}]-(c:Claim)-[:SUPPORTS]->(i)
  MATCH (c)-[:IN]->(a:Article)
  RETURN about, c, a
  ORDER BY
    about.standing = r.standing DESC, coalesce(about.rank, 9), a.published IS NULL, a.published DESC, c.id
  LIMIT 1
}
RETURN
  incumbent.name AS incumbent, region.name AS region, p.name AS accused, about.office AS office,
  r.standing AS standing, i.violations AS violations, i.date AS date, i.precision AS precision, i.stage AS stage,
  incumbent.id AS incumbent_id, p.id AS accused_id, i.id AS case_id,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY incumbent, incumbent_id, date, case_id, accused, accused_id
