// In which months were cases reported, and how do they stand?
// Shows by the month of the first report the cases and the people by standing. Months with many cases may be months with
// many reporters.
// id: Pada bulan apa perkara diberitakan, dan bagaimana statusnya?
// id: Memperlihatkan perkara dan orang menurut bulan pemberitaan pertama dan menurut status. Bulan dengan banyak
// id: perkara bisa saja bulan dengan banyak wartawan.
MATCH (i:Incident)
WHERE i.first_reported IS NOT NULL
OPTIONAL MATCH (p:Person)-[r:ACCUSED_IN]->(i)
WITH i.first_reported.year AS year, i.first_reported.month AS month, i, p, r
RETURN
  year, month, count(DISTINCT i) AS cases, count(DISTINCT p) AS accused,
  count(DISTINCT CASE WHEN r.standing = 'proven' THEN p END) AS proven,
  count(DISTINCT CASE WHEN r.standing = 'cleared' THEN p END) AS cleared
ORDER BY year, month
