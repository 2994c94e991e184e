// Where do sources disagree on whether somebody was found to have breached?
// Shows, for people whom one article finds against and another clears, what each article says. Cannot tell who is
// right; the standing shown is the careful one.
// id: Di mana sumber bertentangan tentang terbukti atau tidaknya seseorang?
// id: Memperlihatkan, bagi orang yang menurut satu berita terbukti dan menurut berita lain tidak, apa kata setiap
// id: berita. Tidak dapat mengatakan siapa yang benar; status yang ditampilkan adalah yang berhati-hati.
MATCH (p:Person)-[r:ACCUSED_IN {conflict: true}]->(i:Incident)
MATCH (p)<-[about:ABOUT {role: 'accused'}]-(c:Claim)-[:SUPPORTS]->(i)
MATCH (c)-[:IN]->(a:Article)
RETURN
  p.name AS person, r.standing AS standing, about.standing AS said, i.date AS date, i.precision AS precision,
  p.id AS person_id, i.id AS case_id, c.id AS claim,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY person, person_id, case_id, published, claim
