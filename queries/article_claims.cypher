// What do the sentences of one article say, and of whom?
// Shows every claim in the order of the text, with each person, agency or region it is about. A claim is what a sentence
// says, not what happened.
// $id: text = required. The article's id.
// id: Apa kata kalimat-kalimat satu berita, dan tentang siapa?
// id: Memperlihatkan setiap pernyataan menurut urutan teks, dengan orang, lembaga, atau wilayah yang dibicarakan.
// id: Pernyataan adalah apa yang dikatakan kalimat, bukan apa yang terjadi.
// id: $id: Id berita.
MATCH (a:Article {id: $id})<-[:IN]-(c:Claim)
OPTIONAL MATCH (c)-[about:ABOUT]->(n)
RETURN
  c.id AS claim, c.kind AS kind, coalesce(about.standing, c.standing) AS standing, c.quote AS quote, c.start AS start,
  c.end AS end, c.confidence AS confidence, c.reader AS reader, about.role AS role, toLower(head(labels(n))) AS about,
  n.name AS name, n.id AS about_id, CASE WHEN n:Person THEN n.name END AS person,
  CASE WHEN n:Person THEN n.id END AS person_id, a.id AS article, a.title AS title, a.url AS url, a.site AS site,
  a.published AS published, a.retrieved AS retrieved, a.archive AS archive
ORDER BY start, claim, role, about_id
