// Who was accused together with whom?
// Shows pairs of people accused in the same case, with the number of such cases and how each stands in the latest. To be
// named in one case says nothing of acting together.
// $least: int = 1. At least so many cases in common.
MATCH (p:Person)-[:ACCUSED_IN]->(i:Incident)<-[:ACCUSED_IN]-(o:Person)
WHERE p.id < o.id
WITH p, o, i ORDER BY i.last_reported DESC, i.id
WITH p, o, collect(i) AS cases
WHERE size(cases) >= $least
WITH p, o, cases, head(cases) AS i
MATCH (p)-[r:ACCUSED_IN]->(i)<-[s:ACCUSED_IN]-(o)
CALL (p, r, i) {
  MATCH (p)<-[about:ABOUT {role: 'accused'}]-(c:Claim)-[:SUPPORTS]->(i)
  MATCH (c)-[:IN]->(a:Article)
  RETURN about, c, a
  ORDER BY
    about.standing = r.standing DESC, coalesce(about.rank, 9), a.published IS NULL, a.published DESC, c.id
  LIMIT 1
}
RETURN
  p.name AS person, r.standing AS standing, o.name AS other, s.standing AS other_standing, size(cases) AS cases,
  i.date AS date, i.precision AS precision, p.id AS person_id, o.id AS other_id, i.id AS case_id,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY cases DESC, person, person_id, other, other_id
