// When in the election calendar do the acts lie?
// Shows the acts of each phase of a round (before, registration, registered, fixed, campaign, quiet, vote) with how many
// there are a week, and everybody who stands accused or found against in them. Only days a week or more before the first
// report, not after the vote and not a ruling's: later ones are mostly days of hearings. Of those that are left about
// seven in ten were the act's on annotated articles, and an article may tell of an older case in passing, whose people
// then stand under this day: read the sentence. Reports grow with the campaign, and so do cases: that alone shows no
// plan. Cannot show acts whose day no article prints.
// $year: int = null. Only rounds that voted in this year.
// $phase: text = null. Only this phase.
// id: Kapan perbuatan-perbuatan itu terjadi dalam kalender pemilihan?
// id: Memperlihatkan perbuatan pada setiap masa satu putaran (sebelum, pendaftaran, terdaftar, penetapan, kampanye,
// id: tenang, pemungutan), berapa per minggu, dan semua yang masih disangka atau dinyatakan terbukti di dalamnya.
// id: Hanya hari yang seminggu atau lebih sebelum berita pertama, tidak sesudah pemungutan, dan bukan hari putusan:
// id: hari yang lebih dekat umumnya hari klarifikasi atau sidang. Dari yang tersisa, kira-kira tujuh dari sepuluh
// id: memang hari perbuatan pada berita yang dianotasi, dan berita bisa menyinggung perkara lama yang orangnya lalu
// id: tercatat pada hari ini: bacalah kalimatnya. Berita bertambah bersama kampanye, jadi perkara juga: itu saja
// id: tidak menunjukkan rencana. Tidak dapat memperlihatkan perbuatan yang harinya tidak disebut berita.
// id: $year: Hanya putaran yang memungut suara pada tahun ini.
// id: $phase: Hanya masa ini.
MATCH (x:Pattern {kind: 'timing'})-[:SHOWN_BY]->(i:Incident)<-[r:ACCUSED_IN]-(p:Person)
WHERE r.standing <> 'cleared' AND ($year IS NULL OR x.year = $year) AND ($phase IS NULL OR x.phase = $phase)
CALL (p, r, i) {
  MATCH (p)<-[about:ABOUT {role: 'accused'}]-(c:Claim)-[:SUPPORTS]->(i)
  MATCH (c)-[:IN]->(a:Article)
  RETURN about, c, a
  ORDER BY about.standing = r.standing DESC, coalesce(about.rank, 9), a.published IS NULL, a.published DESC, c.id
  LIMIT 1
}
RETURN
  x.year AS year, x.season AS season, x.phase AS phase, x.days AS days, x.cases AS cases, x.cases_a_week AS cases_a_week,
  x.accused AS accused, x.proven AS proven, x.alleged AS alleged, i.date AS date,
  duration.inDays(i.date, x.vote).days AS days_before_vote, i.violations AS violations, p.name AS person,
  about.office AS office, r.standing AS standing, p.id AS person_id, i.id AS case_id, x.run AS run,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY year, season, x.place, date, case_id, person, person_id
