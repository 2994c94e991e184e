// Who ran in a contest, with what result, and in how many cases is that person said to have been favoured?
// Shows candidates of imported lists with the file and line they stand in. `won` only where the list gives a result,
// `ahead` where it gives a first count. To be favoured accuses nobody. Cannot show candidates of contests without a list.
// $contest: text = null. Only this contest's id.
// $year: int = null. Only contests of this year.
MATCH (p:Person)-[r:RAN_IN]->(t:Contest)
WHERE ($contest IS NULL OR t.id = $contest) AND ($year IS NULL OR t.year = $year)
RETURN
  t.name AS contest, r.number AS number, p.name AS candidate, r.post AS post,
  coalesce(r.incumbent, false) AS incumbent, r.won AS won, COUNT { (p)<-[:FAVOURED]-(:Incident) } AS favoured_in,
  r.ahead AS ahead, r.votes AS votes, r.pair AS pair, r.incumbent_by AS incumbent_by, r.source AS source,
  t.id AS contest_id, p.id AS candidate_id
ORDER BY contest, contest_id, number, post DESC, candidate, candidate_id
