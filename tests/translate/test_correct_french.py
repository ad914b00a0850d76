"""Correct French that the rules of post-editing must leave alone, whatever engine wrote it.

Each pair was written to break a rule: the words the rule looks for, in a sentence that is right.
"""
# ruff: noqa: E501 - a pair is one line

import pytest

from copydesk.data import Candidate, Pair
from copydesk.translate.post_edit import post_edited

CORRECT = [
    ("Elle s'est assise sur le banc du parc.", "Se sentó en el banco del parque."),
    ("Ils ont compté leur argent sur un banc du parc.", "Contaron su dinero en un banco del parque."),
    ("Elle a obtenu gain de cause.", "Consiguió ganar el pleito."),
    ("Le banc d'essai a coûté deux millions d'euros.", "El banco de pruebas costó dos millones de euros."),
    ("Il a obtenu la victoire.", "Logró vencer y obtuvo la victoria."),
    ("La compagnie de danse part en tournée.", "La compañía de danza sale de gira."),
    ("Il voyage en compagnie de sa sœur.", "Viaja en compañía de su hermana."),
    ("La compagnie d'assurances paiera les dégâts.", "La compañía de seguros pagará los daños."),
    ("Il a dit la vérité au juge.", "Le dijo la verdad al juez."),
    ("Ils ont dit bonjour à tout le monde.", "Dijeron buenos días a todos."),
    ("Le musée est fermé le lundi.", "El museo cierra los lunes."),
    ("Le lundi 3 mars, la mairie sera fermée.", "El lunes 3 de marzo cerrará el ayuntamiento."),
    ("Elle est partie le vendredi suivant.", "Se fue el viernes siguiente."),
    ("Le marché a lieu le jeudi matin et le samedi.", "El mercado se celebra los jueves por la mañana y los sábados."),
    ("Cette mesure figure dans le plan de relance.", "Esta medida figura en el plan de recuperación."),
    ("Ils ont trouvé des ruines dans l'île.", "Encontraron ruinas en la isla."),
    ("Il faut investir dans les marchés émergents.", "Hay que invertir en los mercados emergentes."),
    ("Nous avons déjeuné dans le marché couvert.", "Comimos en el mercado cubierto de la plaza."),
    ("Le nom figure dans la liste des victimes.", "El nombre figura en la lista de víctimas."),
    ("Il est l'auteur de trois romans.", "Es el autor de tres novelas."),
    ("Il est le président du club depuis 2010.", "Es el presidente del club desde 2010."),
    ("Il est une heure du matin.", "Es la una de la mañana."),
    ("Il est le seul à connaître le code.", "Es el único que conoce el código."),
    ("La police est arrivée et il a été arrêté.", "La policía llegó y fue detenido."),
    ("Le ministre a parlé et ils ont applaudi.", "El ministro habló y aplaudieron."),
    ("La question que se pose Pierre est simple.", "La pregunta que se hace Pedro es sencilla."),
    ("Les questions que se posent les électeurs restent sans réponse.", "Las preguntas que se hacen los electores siguen sin respuesta."),
    ("Alors que se termine la saison, le club recrute.", "Mientras que se termina la temporada, el club ficha."),
    ("Il faut que se tienne un vote.", "Es necesario que se celebre una votación."),
    ("Les livres qu'ils lisent viennent de Lyon.", "Los libros que leen vienen de Lyon."),
    ("La maison qu'il habite date de 1900.", "La casa que habita es de 1900."),
    ("L'idée qu'il arrive à l'heure fait rire.", "La idea de que llegue a tiempo da risa."),
    ("Le fait qu'il existe des doutes ne change rien.", "El hecho de que existan dudas no cambia nada."),
    ("C'est un film qu'il est difficile d'oublier.", "Es una película que es difícil olvidar."),
    ("À Madrid il a plu toute la journée.", "En Madrid llovió todo el día."),
    ("Selon Madrid il faut attendre.", "Según Madrid hay que esperar."),
    ("Hier Pedro est venu et Ana est partie.", "Ayer vino Pedro y Ana se fue."),
    ("Après Barcelone il est allé à Paris.", "Después de Barcelona fue a París."),
    ("Demain il fera beau à Nice.", "Mañana hará buen tiempo en Niza."),
    ("Il est déjà parti.", "Ya se ha ido."),
    ("Nous avions déjà été prévenus.", "Ya habíamos sido avisados."),
    ("Elle n'a pas déjà oublié sa promesse.", "No ha olvidado ya su promesa."),
    ("Ce n'est déjà pas facile de vivre ici.", "Ya no es fácil vivir aquí."),
    ("Il n'est pas encore là, mais sa valise est déjà là.", "Aún no está, pero su maleta ya está."),
    ("La femme dont le mari travaille à Lille est médecin.", "La mujer cuyo marido trabaja en Lille es médica."),
    ("Le livre dont parle Pierre est épuisé.", "El libro del que habla Pedro está agotado."),
    ("La loi en vertu de laquelle il fut jugé est abrogée.", "La ley en virtud de la cual fue juzgado está derogada."),
    ("La ville dans laquelle elle vit est petite.", "La ciudad en la que vive es pequeña."),
    ("L'accident à la suite duquel il est mort reste inexpliqué.", "El accidente tras el cual murió sigue sin explicación."),
    ("Il est interdit de le mettre en ligne.", "Está prohibido ponerlo en línea."),
    ("Elle essaie de les convaincre.", "Intenta convencerlos."),
    ("Il a commencé à le dire hier.", "Empezó a decirlo ayer."),
    ("L'été, il aime à les revoir.", "En verano le gusta volver a verlos."),
    ("Une personne a été blessée.", "Una persona resultó herida."),
    ("La personne est partie sans un mot.", "La persona se fue sin decir nada."),
    ("Ce n'est pas rien.", "No es poca cosa, no es nada fácil."),
    ("Il n'est pas plus riche que son frère.", "No es más rico que su hermano."),
    ("Nous n'avons pas plus de dix euros.", "No tenemos más de diez euros."),
    ("Le secteur est en crise, ce qui ne semble pas inquiéter Paris.", "El sector está en crisis, lo que no parece inquietar a París."),
    ("Le maire, élu en mai, ne se prononce pas.", "El alcalde, elegido en mayo, no se pronuncia."),
    ("N'est pas champion qui veut.", "No es campeón quien quiere."),
    ("Elle est entrée et y a trouvé un chat.", "Entró y ha encontrado allí un gato."),
    ("Y a-t-il un médecin dans la salle ?", "¿Hay un médico en la sala?"),
    ("Le Portugal y a perdu trois matchs.", "Portugal ha perdido allí tres partidos."),
    ("Parlons franchement.", "Hablemos con franqueza."),
    ("Nous avons compris et voulons agir.", "Hemos entendido y queremos actuar."),
    ("Les actions et les millions ne font pas tout.", "Las acciones y los millones no lo son todo."),
    ("La réunion aura lieu dans 2000 communes.", "La reunión tendrá lugar en 2000 municipios."),
    ("La fin de l'année 2008 a été difficile.", "El final del año 2008 fue difícil."),
    ("L'an 2000 n'a rien changé.", "El año 2000 no cambió nada."),
    ("Le train arrivera dans 18 minutes.", "El tren llegará en 18 minutos."),
    ("Il a promis qu'il reviendrait dans dix minutes.", "Prometió que volvería dentro de diez minutos."),
    ("Elle a grandi dans la France de l'après-guerre.", "Creció en la Francia de la posguerra."),
    ("Ils ont livré du gaz à l'Ukraine.", "Suministraron gas a Ucrania."),
    ("On circule mal dans Paris le soir.", "Se circula mal por París por la noche."),
    ("Elle l'a lu dans Libération.", "Lo leyó en Libération."),
    ("Il joue dans Hamlet jusqu'en juin.", "Actúa en Hamlet hasta junio."),
    ("Les rats et autres rongeurs prolifèrent.", "Las ratas y otros roedores proliferan."),
    ("Il est l'un des nôtres, entre autres.", "Es uno de los nuestros, entre otros."),
    ("Plus des deux tiers ont voté.", "Votaron más de los dos tercios."),
    ("La moins des trois favorites a gagné.", "Ganó la menos favorita de las tres."),
    ("Le onze de départ a changé.", "El once inicial ha cambiado."),
    ("Le oui l'emporte de peu.", "El sí gana por poco."),
    ("Elle va de A à Z.", "Va de la A a la Z."),
    ("Le yaourt et la ouate se vendent bien.", "El yogur y el algodón se venden bien."),
    ("Lui aussi a protesté.", "Él también protestó."),
    ("Aussi a-t-il renoncé à son poste.", "Por eso renunció a su cargo."),
    ("En plus, il neige.", "Además, nieva."),
    ("Pourtant, personne n'a rien vu.", "Sin embargo, nadie vio nada."),
    ("Bonjour, monsieur Dupont.", "Buenos días, señor Dupont."),
    ("La Dame de fer et la dame de pique sont célèbres.", "La Dama de hierro y la dama de picas son famosas."),
    ("Les journalistes ont interrogé ses parents.", "Los periodistas interrogaron a sus padres."),
    ("Elle lui a demandé de venir à la maison.", "Le ha pedido que venga a casa."),
    ("Il a trouvé à la maison ses vieilles lettres.", "Encontró en casa sus viejas cartas."),
    ("Elle a appelé à la grève générale.", "Llamó a la huelga general."),
    ("Ils ont vu à la télévision que le roi partait.", "Vieron en la televisión que el rey se iba."),
    ("L'équipe a aidé à la reconstruction du village.", "El equipo ayudó a la reconstrucción del pueblo."),
    ("Le numéro de téléphone figure sur l'affiche.", "El número de teléfono figura en el cartel."),
    ("Felipe Massa a trop roulé.", "Felipe Massa ha rodado demasiado."),
    ("Sont les bienvenus ceux qui n'ont pas de billet.", "Son bienvenidos los que no tienen entrada."),
]  # fmt: skip


def test_there_are_a_hundred() -> None:
    assert len(CORRECT) == len(set(CORRECT)) == 100


@pytest.mark.parametrize(
    "engine", ["apertium", "apertium-apy", "firefox", "ct2", "marian", "chat", "libretranslate"]
)
def test_no_rule_changes_a_correct_sentence(engine: str) -> None:
    pair = Pair("es", "fr")
    changed = [
        (french, after)
        for french, spanish in CORRECT
        if (after := post_edited(Candidate(french), spanish, pair, engine).text) != french
    ]
    assert changed == []
