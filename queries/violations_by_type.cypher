// Which violations are people accused of, and how do those cases stand?
// Shows for each kind the cases and the people by standing as of all sources. A case may be of several kinds. Counts of
// press reports are no incidence.
// $year: int = null. Only cases first reported in this year.
// id: Pelanggaran apa yang disangkakan, dan bagaimana status perkaranya?
// id: Memperlihatkan, bagi setiap jenis, perkara dan orang menurut status dari semua sumber. Satu perkara dapat
// id: termasuk beberapa jenis. Jumlah berita bukan ukuran kejadian.
// id: $year: Hanya perkara yang pertama diberitakan pada tahun ini.
MATCH (i:Incident)
WHERE $year IS NULL OR i.first_reported.year = $year
OPTIONAL MATCH (p:Person)-[r:ACCUSED_IN]->(i)
UNWIND i.violations AS violation
RETURN
  violation, count(DISTINCT i) AS cases, count(DISTINCT CASE WHEN r.standing = 'alleged' THEN p END) AS alleged,
  count(DISTINCT CASE WHEN r.standing = 'proven' THEN p END) AS proven,
  count(DISTINCT CASE WHEN r.standing = 'cleared' THEN p END) AS cleared
ORDER BY cases DESC, violation
