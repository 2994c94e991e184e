// Who appealed, pledged, trained or watched to keep civil servants neutral, and when?
// Shows each activity with who is said to have done it and the sentence. Cannot show whether it worked.
// $kind: text = null. Only this kind: appeal, pledge, training, circular, coordination or monitoring.
// id: Siapa mengimbau, berikrar, melatih, atau mengawasi agar ASN netral, dan kapan?
// id: Memperlihatkan setiap kegiatan, siapa yang disebut melakukannya, dan kalimatnya. Tidak dapat memperlihatkan
// id: apakah kegiatan itu berhasil.
// id: $kind: Hanya jenis ini: appeal, pledge, training, circular, coordination, atau monitoring.
MATCH (x:Activity)
WHERE $kind IS NULL OR x.kind = $kind
OPTIONAL MATCH (x)-[:BY]->(by)
CALL (x) {
  MATCH (x)<-[:SUPPORTS]-(c:Claim)-[:IN]->(a:Article)
  RETURN c, a
  ORDER BY a.published IS NULL, a.published, c.id
  LIMIT 1
}
RETURN
  x.kind AS kind, coalesce(by.name, x.by) AS by, x.place AS place, x.date AS date, x.precision AS precision,
  by.id AS by_id, x.id AS activity_id,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY date, activity_id
