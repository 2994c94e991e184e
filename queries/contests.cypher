// Which contests are known, with how many candidates and cases?
// Shows each contest with who ran by the lists of candidates that were imported, and the cases during it. A case is
// counted for the contest in which the favoured ran, where a list tells, else for that of its regency. Cannot show
// candidates of contests without a list.
// $year: int = null. Only contests of this year.
MATCH (t:Contest)
WHERE $year IS NULL OR t.year = $year
RETURN
  t.name AS contest, t.kind AS kind, t.seat AS seat, t.year AS year, t.date AS date,
  COUNT { (t)<-[:RAN_IN]-(:Person) } AS candidates, COUNT { (t)<-[:RAN_IN {incumbent: true}]-(:Person) } AS incumbents,
  COUNT { (t)<-[:DURING]-(:Incident) } AS cases, t.id AS contest_id
ORDER BY cases DESC, year, contest_id
