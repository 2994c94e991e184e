// Which case did each article become?
// Shows the article's id as it was read and the case in the graph; an article may tell of several. Cannot show articles
// that tell of none.
// $article: text = null. Only this article.
// id: Setiap berita menjadi perkara yang mana?
// id: Memperlihatkan id berita sebagaimana dibaca dan perkaranya dalam graf; satu berita dapat memuat beberapa
// id: perkara. Tidak dapat memperlihatkan berita yang tidak memuat perkara.
// id: $article: Hanya berita ini.
MATCH (a:Article)<-[:IN]-(:Claim)-[:SUPPORTS]->(i:Incident)
WHERE $article IS NULL OR a.id = $article
RETURN DISTINCT a.id AS article, i.id AS incident
ORDER BY article, incident
