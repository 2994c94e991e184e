// Which cases have no outcome that anybody reported?
// Shows cases without a ruling in force that finds or clears, and not at an end by their stage, with the accused and the
// days since the last report. No outcome in the press is not the same as no outcome.
// $before: date = null. Only cases last reported before this day.
// id: Perkara mana yang belum ada hasilnya dalam berita?
// id: Memperlihatkan perkara tanpa putusan berlaku yang menyatakan terbukti atau tidak, dan yang tahapnya belum
// id: berakhir, dengan yang disangka dan jumlah hari sejak berita terakhir. Tidak ada hasil dalam berita tidak sama
// id: dengan tidak ada hasil.
// id: $before: Hanya perkara yang terakhir diberitakan sebelum hari ini (YYYY-MM-DD).
MATCH (i:Incident)
WHERE ($before IS NULL OR i.last_reported < date($before))
  AND NOT coalesce(i.stage, '') IN ['not_proven', 'sanctioned', 'convicted', 'acquitted']
  AND NOT EXISTS { MATCH (i)<-[:DECIDES]-(x:Ruling {superseded: false}) WHERE x.standing IS NOT NULL }
OPTIONAL MATCH (i)-[:IN]->(region:Region)
OPTIONAL MATCH (p:Person)-[r:ACCUSED_IN]->(i)
CALL (p, r, i) {
  MATCH (c:Claim)-[:SUPPORTS]->(i)
  WHERE p IS NULL OR EXISTS { (c)-[:ABOUT {role: 'accused'}]->(p) }
  MATCH (c)-[:IN]->(a:Article)
  RETURN c, a
  ORDER BY a.published IS NULL, a.published DESC, c.id
  LIMIT 1
}
RETURN
  i.violations AS violations, i.date AS date, i.precision AS precision, i.stage AS stage, region.name AS region,
  i.last_reported AS last_reported, p.name AS person, r.standing AS standing, p.id AS person_id, i.id AS case_id,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY last_reported, case_id, person, person_id
