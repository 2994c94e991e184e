// Who speaks about neutrality most often, for which office?
// Shows people who are quoted and accused of nothing, with the number of articles. Most people named in such news are
// speakers. Cannot show who is quoted without a name.
// $limit: int = 100. At most so many.
// id: Siapa paling sering berbicara tentang netralitas, untuk jabatan apa?
// id: Memperlihatkan orang yang dikutip dan tidak disangka apa pun, dengan jumlah beritanya. Sebagian besar nama
// id: dalam berita seperti ini adalah narasumber. Tidak dapat memperlihatkan yang dikutip tanpa nama.
// id: $limit: Paling banyak sekian.
MATCH (p:Person)<-[:ABOUT {role: 'speaker'}]-(c:Claim)-[:IN]->(a:Article)
WHERE NOT EXISTS { (p)-[:ACCUSED_IN]->(:Incident) }
WITH p, count(DISTINCT a) AS articles
RETURN p.name AS person, p.offices AS offices, articles, p.id AS person_id
ORDER BY articles DESC, person, person_id
LIMIT $limit
