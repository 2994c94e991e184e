// When in the election calendar do the acts lie?
// Shows the acts of each phase of a round (before, registration, registered, fixed, campaign, quiet, vote, after) with
// how many there are a week, and everybody who stands accused or found against in them. Only acts of which an article
// gives the day. Reports grow with the campaign, so do cases: that alone shows no plan. Cannot show acts reported late.
// $year: int = null. Only rounds that voted in this year.
// $phase: text = null. Only this phase.
MATCH (x:Pattern {kind: 'timing'})-[:SHOWN_BY]->(i:Incident)<-[r:ACCUSED_IN]-(p:Person)
WHERE r.standing <> 'cleared' AND ($year IS NULL OR x.year = $year) AND ($phase IS NULL OR x.phase = $phase)
CALL (p, r, i) {
  MATCH (p)<-[about:ABOUT {role: 'accused'}]-(c:Claim)-[:SUPPORTS]->(i)
  MATCH (c)-[:IN]->(a:Article)
  RETURN about, c, a
  ORDER BY about.standing = r.standing DESC, coalesce(about.rank, 9), a.published IS NULL, a.published DESC, c.id
  LIMIT 1
}
RETURN
  x.year AS year, x.season AS season, x.phase AS phase, x.days AS days, x.cases AS cases, x.cases_a_week AS cases_a_week,
  x.accused AS accused, x.proven AS proven, x.alleged AS alleged, i.date AS date,
  duration.inDays(i.date, x.vote).days AS days_before_vote, i.violations AS violations, p.name AS person,
  about.office AS office, r.standing AS standing, p.id AS person_id, i.id AS case_id, x.run AS run,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY year, season, x.place, date, case_id, person, person_id
