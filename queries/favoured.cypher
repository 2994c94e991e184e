// Whom are civil servants said to have favoured, and how often?
// Shows each favoured person with the number of cases and of people accused in them, by standing. To be favoured is no
// accusation. Cannot show how strong a campaign was, only what the press reported.
// $year: int = null. Only cases first reported in this year.
// id: Siapa yang disebut diuntungkan ASN, dan seberapa sering?
// id: Memperlihatkan setiap orang yang diuntungkan dengan jumlah perkara dan jumlah yang disangka di dalamnya,
// id: menurut status. Diuntungkan bukan tuduhan. Tidak dapat memperlihatkan kekuatan kampanye, hanya apa yang
// id: diberitakan.
// id: $year: Hanya perkara yang pertama diberitakan pada tahun ini.
MATCH (i:Incident)-[:FAVOURED]->(f:Person)
WHERE $year IS NULL OR i.first_reported.year = $year
OPTIONAL MATCH (p:Person)-[r:ACCUSED_IN]->(i)
WITH f, count(DISTINCT i) AS cases, count(DISTINCT p) AS accused,
  count(DISTINCT CASE WHEN r.standing = 'proven' THEN p END) AS proven,
  count(DISTINCT CASE WHEN r.standing = 'cleared' THEN p END) AS cleared
RETURN f.name AS favoured, cases, accused, proven, cleared, f.id AS favoured_id
ORDER BY cases DESC, favoured, favoured_id
