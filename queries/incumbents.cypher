// Who stands as an incumbent, and how is that known?
// Shows candidates and favoured people whom a list of candidates, an article of the season ("petahana", or the office
// itself, also on leave) or a contest won before makes incumbents, with the sources by name. To stand again accuses
// nobody. Cannot show incumbents of whom neither a list nor an article says so.
// $year: int = null. Only this year's contests and cases.
CALL () {
  MATCH (p:Person)-[r:RAN_IN]->(t:Contest)
  WHERE r.incumbent
  RETURN p, t.year AS year, t.name AS contest, r.incumbent_by AS known_by
  UNION
  MATCH (i:Incident)-[r:FAVOURED]->(p:Person)
  WHERE r.incumbent AND NOT EXISTS { (p)-[:RAN_IN]->(:Contest) }
  OPTIONAL MATCH (i)-[:DURING]->(t:Contest)
  RETURN p, coalesce(t.year, i.first_reported.year) AS year, t.name AS contest, r.incumbent_by AS known_by
}
WITH DISTINCT p, year, contest, known_by
WHERE $year IS NULL OR year = $year
RETURN
  p.name AS incumbent, year, contest, known_by, COUNT { (p)<-[:FAVOURED]-(:Incident) } AS favoured_in,
  COUNT { MATCH (p)-[r:ACCUSED_IN]->(:Incident) WHERE r.standing <> 'cleared' } AS accused_in, p.id AS id
ORDER BY incumbent, id, year, contest
