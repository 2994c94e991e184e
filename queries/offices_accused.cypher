// Which offices do the accused hold?
// Shows the office as articles print it with the people accused, by standing. One office may be printed in several ways;
// cannot show offices that no article gives.
// $year: int = null. Only cases first reported in this year.
// id: Jabatan apa yang dipegang mereka yang disangka?
// id: Memperlihatkan jabatan sebagaimana ditulis berita dengan yang disangka, menurut status. Satu jabatan dapat
// id: ditulis dengan beberapa cara; tidak dapat memperlihatkan jabatan yang tidak ditulis berita.
// id: $year: Hanya perkara yang pertama diberitakan pada tahun ini.
MATCH (p:Person)-[r:ACCUSED_IN]->(i:Incident)<-[:SUPPORTS]-(c:Claim)-[about:ABOUT {role: 'accused'}]->(p)
WHERE ($year IS NULL OR i.first_reported.year = $year) AND about.office IS NOT NULL
RETURN
  toLower(about.office) AS office, count(DISTINCT p) AS people, count(DISTINCT i) AS cases,
  count(DISTINCT CASE WHEN r.standing = 'proven' THEN p END) AS proven,
  count(DISTINCT CASE WHEN r.standing = 'cleared' THEN p END) AS cleared
ORDER BY people DESC, cases DESC, office
