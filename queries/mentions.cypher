// Which person did each name of each article become?
// Shows the article's id as it was read, the name as read, and the person in the graph. Cannot show names that no
// sentence of the article carries.
// $article: text = null. Only this article.
// id: Setiap nama dalam setiap berita menjadi orang yang mana?
// id: Memperlihatkan id berita sebagaimana dibaca, nama sebagaimana dibaca, dan orangnya dalam graf. Tidak dapat
// id: memperlihatkan nama yang tidak termuat dalam kalimat mana pun.
// id: $article: Hanya berita ini.
MATCH (a:Article)<-[:IN]-(:Claim)-[about:ABOUT]->(p:Person)
WHERE $article IS NULL OR a.id = $article
RETURN DISTINCT a.id AS article, about.name AS name, p.id AS person
ORDER BY article, name, person
