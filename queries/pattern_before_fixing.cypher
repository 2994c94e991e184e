// In which cases are officials said to have been moved, or programmes used, within six months before candidates were fixed?
// Shows cases under article 71(2) and 71(3) of UU 10/2016 whose day lies in those six months by the KPU's calendar, with
// the heads of regions, deputies and stand-ins, whom the article binds, that still stand accused or found against. Who
// was cleared is left out, though many such cases end so: see rotation_cases. The day is the one that articles give;
// where they give a month, days_before is empty. Cannot show whether the minister allowed the move.
// $year: int = null. Only the round of this year.
MATCH (x:Pattern {kind: 'before_fixing'})-[:OF]->(p:Person)
MATCH (x)-[:SHOWN_BY]->(i:Incident)<-[r:ACCUSED_IN]-(p)
WHERE r.standing <> 'cleared' AND ($year IS NULL OR x.year = $year)
OPTIONAL MATCH (i)-[:IN]->(:Region)-[:PART_OF*0..3]->(region:Region {level: 'regency'})
CALL (p, r, i) {
  MATCH (p)<-[about:ABOUT {role: 'accused'}]-(c:Claim)-[:SUPPORTS]->(i)
  MATCH (c)-[:IN]->(a:Article)
  RETURN about, c, a
  ORDER BY about.standing = r.standing DESC, coalesce(about.rank, 9), a.published IS NULL, a.published DESC, c.id
  LIMIT 1
}
RETURN
  x.year AS year, region.name AS region, x.provisions AS provisions, i.date AS date, i.precision AS precision,
  x.fixed AS fixed, x.days_before AS days_before, p.name AS person, about.office AS office, r.standing AS standing,
  i.stage AS stage, r.conflict AS conflict, p.id AS person_id, i.id AS case_id, x.run AS run,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY year, date, case_id, person, person_id
