// In which regions were most cases reported?
// Shows regions of one level with cases, people accused and findings, those of regions below included. Press coverage is
// not incidence: compare with the number of sites and articles.
// $level: text = regency. The level: province, regency, district or village.
// $year: int = null. Only cases first reported in this year.
// id: Di wilayah mana paling banyak perkara diberitakan?
// id: Memperlihatkan wilayah satu tingkat dengan perkara, orang yang disangka, dan yang terbukti, termasuk wilayah
// id: di bawahnya. Liputan pers bukan ukuran kejadian: bandingkan dengan jumlah situs dan berita.
// id: $level: Tingkatnya: province, regency, district, atau village.
// id: $year: Hanya perkara yang pertama diberitakan pada tahun ini.
MATCH (x:Region {level: $level})<-[:PART_OF*0..3]-(:Region)<-[:IN]-(i:Incident)
WHERE $year IS NULL OR i.first_reported.year = $year
OPTIONAL MATCH (p:Person)-[r:ACCUSED_IN]->(i)
WITH x, count(DISTINCT i) AS cases, count(DISTINCT p) AS accused,
  count(DISTINCT CASE WHEN r.standing = 'proven' THEN p END) AS proven,
  count(DISTINCT CASE WHEN r.standing = 'cleared' THEN p END) AS cleared
RETURN
  x.name AS region, cases, accused, proven, cleared,
  COUNT { MATCH (x)<-[:PART_OF*0..3]-(:Region)<-[:IN]-(:Incident)<-[:SUPPORTS]-(:Claim)-[:IN]->(a:Article)
          RETURN DISTINCT a } AS articles, x.id AS region_id
ORDER BY cases DESC, region, region_id
