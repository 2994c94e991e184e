// How long does it take from the act to a ruling?
// Shows for each ruling in force the days since the act, where both days are known exactly, and for each track the
// median in every row. Cannot show cases still open, so slow ones are missing.
// id: Berapa lama dari perbuatan sampai putusan?
// id: Memperlihatkan, bagi setiap putusan berlaku, jumlah hari sejak perbuatan bila kedua harinya diketahui persis,
// id: dan median setiap jalur pada tiap baris. Tidak dapat memperlihatkan perkara yang belum selesai, jadi yang
// id: lambat tidak tampak.
MATCH (r:Ruling {superseded: false, precision: 'day'})-[:DECIDES]->(i:Incident {precision: 'day'})
WITH r, i, duration.inDays(i.date, r.date).days AS days
WHERE days >= 0
WITH r.track AS track, collect({ruling: r, case: i, days: days}) AS found, toFloat(percentileCont(days, 0.5)) AS median
UNWIND found AS one
WITH track, median, one.ruling AS r, one.case AS i, one.days AS days
CALL (r) {
  MATCH (r)<-[:SUPPORTS]-(c:Claim)-[:IN]->(a:Article)
  RETURN c, a
  ORDER BY a.published IS NULL, a.published, c.id
  LIMIT 1
}
RETURN
  track, days, median, r.outcome AS outcome, i.date AS act, r.date AS date, i.violations AS violations, i.id AS case_id,
  r.id AS ruling_id,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY track, days, ruling_id
