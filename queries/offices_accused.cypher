// Which offices do the accused hold?
// Shows the office as articles print it with the people accused, by standing. One office may be printed in several ways;
// cannot show offices that no article gives.
// $year: int = null. Only cases first reported in this year.
MATCH (p:Person)-[r:ACCUSED_IN]->(i:Incident)<-[:SUPPORTS]-(c:Claim)-[about:ABOUT {role: 'accused'}]->(p)
WHERE ($year IS NULL OR i.first_reported.year = $year) AND about.office IS NOT NULL
RETURN
  toLower(about.office) AS office, count(DISTINCT p) AS people, count(DISTINCT i) AS cases,
  count(DISTINCT CASE WHEN r.standing = 'proven' THEN p END) AS proven,
  count(DISTINCT CASE WHEN r.standing = 'cleared' THEN p END) AS cleared
ORDER BY people DESC, cases DESC, office
