// Which sentences say most about one person?
// Shows the first sentences of each article on the person, those that accuse first, with what each says of his standing.
// Cannot show what other articles said since: one sentence may accuse somebody whom a later one clears, see case_standing.
// $id: text = required. The person's id.
// $limit: int = 3. At most so many sentences.
// id: Kalimat mana yang paling banyak mengatakan tentang satu orang?
// id: Memperlihatkan kalimat-kalimat pertama setiap berita tentang orang itu, yang menyangka lebih dahulu, dengan
// id: apa yang dikatakan masing-masing tentang statusnya. Tidak dapat memperlihatkan apa kata berita lain
// id: sesudahnya: satu kalimat dapat menyangka orang yang kemudian tidak terbukti, lihat case_standing.
// id: $id: Id orang.
// id: $limit: Paling banyak sekian kalimat.
MATCH (p:Person {id: $id})<-[about:ABOUT]-(c:Claim)-[:IN]->(a:Article)
WITH p, about, c, a ORDER BY about.role = 'accused' DESC, a.published IS NULL, a.published, a.id, c.start, c.id
LIMIT $limit
OPTIONAL MATCH (c)-[:SUPPORTS]->(i:Incident)<-[r:ACCUSED_IN]-(p)
WITH p, about, c, a, r.standing AS found ORDER BY found
WITH p, about, c, a, head(collect(found)) AS case_standing
OPTIONAL MATCH (c)-[:ABOUT]->(place:Region)
WITH p, about, c, a, case_standing, place ORDER BY place.id
WITH p, about, c, a, case_standing, head(collect(place.name)) AS region
RETURN
  p.name AS person, p.id AS person_id, about.name AS named, about.office AS office, about.role AS role,
  about.standing AS standing, case_standing, about.corrected AS corrected, region,
  c.quote AS quote, c.id AS claim, c.start AS start, c.end AS end, c.confidence AS confidence, c.reader AS reader,
  a.id AS article, a.title AS title, a.site AS site, a.published AS published, a.zone AS zone,
  a.retrieved AS retrieved, a.url AS url, a.archive AS archive
ORDER BY role = 'accused' DESC, published IS NULL, published, article, start, claim
