from rdflib import Graph
from rdflib.namespace import SKOS

graph = Graph().parse("{{ page.open_data_address }}glossary.ttl", format="turtle")
for concept, term in graph.subject_objects(SKOS.prefLabel):
    if term.language == "en":
        print(term, concept)
