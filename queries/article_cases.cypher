// Which case did each article become?
// Shows the article's id as it was read and the case in the graph; an article may tell of several. Cannot show articles
// that tell of none.
// $article: text = null. Only this article.
MATCH (a:Article)<-[:IN]-(:Claim)-[:SUPPORTS]->(i:Incident)
WHERE $article IS NULL OR a.id = $article
RETURN DISTINCT a.id AS article, i.id AS incident
ORDER BY article, incident
