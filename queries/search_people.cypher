// Which people are called like this?
// Shows people whose names or offices hold every word, with what they stand accused as: a cleared person is shown as
// cleared. Cannot find spellings that no article used.
// $text: text = required. Words, or parts of words.
// $limit: int = 50. At most so many.
// id: Orang mana yang bernama begini?
// id: Memperlihatkan orang yang nama atau jabatannya memuat semua kata, dengan statusnya: yang tidak terbukti
// id: ditulis tidak terbukti. Tidak dapat menemukan ejaan yang tidak dipakai berita.
// id: $text: Kata, atau bagian kata.
// id: $limit: Paling banyak sekian.
MATCH (p:Person)
WHERE all(word IN split(toLower(trim($text)), ' ') WHERE p.search CONTAINS word)
WITH p ORDER BY p.articles DESC, p.name, p.id LIMIT $limit
OPTIONAL MATCH (p)-[r:ACCUSED_IN]->(i:Incident)
WITH p, r, i ORDER BY r.standing, i.id
WITH p, collect(DISTINCT r.standing) AS standing, collect(i) AS cases
OPTIONAL MATCH (p)<-[about:ABOUT]-(:Claim)
WITH p, standing, cases, about.role AS role ORDER BY role
WITH p, standing, cases, collect(DISTINCT role) AS roles
RETURN
  p.id AS id, p.name AS name, p.offices AS offices, head(p.offices) AS office, standing, roles, size(cases) AS incidents,
  p.articles AS articles,
  head(COLLECT { UNWIND cases AS i MATCH (i)-[:IN]->(x:Region) RETURN x.name ORDER BY x.id }) AS region,
  head(COLLECT { UNWIND cases AS i MATCH (i)-[:IN]->(x:Region) RETURN x.id ORDER BY x.id }) AS region_id
ORDER BY articles DESC, name, id
