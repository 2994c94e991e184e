// Which figures were published, of what, by whom, as of when?
// Shows each figure once with the first article that printed it. Figures of one series grow with time and are no
// conflict; parts need not add up, since bodies count reports, cases, people and sanctions differently.
// $measure: text = null. Only this measure.
// $region: text = null. Only figures for this region's id.
// id: Angka apa yang diumumkan, tentang apa, oleh siapa, per kapan?
// id: Memperlihatkan setiap angka satu kali dengan berita pertama yang memuatnya. Angka satu deret bertambah menurut
// id: waktu dan tidak bertentangan; bagian-bagian tidak harus berjumlah sama, karena lembaga menghitung laporan,
// id: kasus, orang, dan sanksi secara berbeda. Tidak dapat memperlihatkan angka yang tidak diberitakan.
// id: $measure: Hanya ukuran ini.
// id: $region: Hanya angka untuk wilayah dengan id ini.
MATCH (s:Statistic)
WHERE $measure IS NULL OR s.measure = $measure
OPTIONAL MATCH (s)-[:BY]->(body:Agency)
OPTIONAL MATCH (s)-[:COVERS]->(region:Region)
WITH s, body, region
WHERE $region IS NULL OR region.id = $region
CALL (s) {
  MATCH (s)<-[:SUPPORTS]-(c:Claim)-[:IN]->(a:Article)
  RETURN c, a
  ORDER BY a.published IS NULL, a.published, c.id
  LIMIT 1
}
RETURN
  s.measure AS measure, s.value AS value, s.unit AS unit, s.as_of AS as_of, s.precision AS precision,
  region.name AS region, coalesce(body.name, s.source) AS source,
  COUNT { MATCH (s)<-[:SUPPORTS]-(:Claim)-[:IN]->(x:Article) RETURN DISTINCT x } AS articles, s.id AS statistic_id,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY measure, as_of, value, statistic_id
