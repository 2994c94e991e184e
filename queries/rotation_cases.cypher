// In which cases is an incumbent said to have moved officials or used programmes before the candidates were fixed?
// Shows cases under article 71(2) and 71(3) of UU 10/2016, with the accused and their standing: many of these ended
// unproven or were overturned. Cannot show how many days before the fixing an act was.
MATCH (i:Incident)
WHERE any(v IN i.violations WHERE v IN ['job_rotation_pasal71', 'incumbent_program_abuse_pasal71'])
OPTIONAL MATCH (i)-[:IN]->(region:Region)
OPTIONAL MATCH (i)-[:DURING]->(contest:Contest)
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
  p.name AS person, r.standing AS standing, i.violations AS violations, i.date AS date, i.precision AS precision,
  i.stage AS stage, region.name AS region, contest.name AS contest, p.id AS person_id, i.id AS case_id,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY date, case_id, person, person_id
