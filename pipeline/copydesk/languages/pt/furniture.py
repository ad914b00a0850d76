"""Portuguese furniture."""

from copydesk.languages.contract.furniture import FurnitureCues

FURNITURE = FurnitureCues(
    teaser=(
        "leia também…", "leia mais…", "veja também…", "saiba mais…", "mais lidas", "últimas notícias",
        "leia também…", "leia mais:…", "veja também…", "ler também…", "artigo relacionado",
        "artigos relacionados", "notícia relacionada", "notícias relacionadas", "relacionados",
        "conteúdo relacionado", "pode interessar-lhe…", "você pode gostar…", "saiba mais:…",
        "sobre o mesmo tema",
        "as mais lidas", "mais lidos", "mais vistas", "notícias mais lidas", "em alta", "recomendados",
        "recomendadas", "outras notícias", "mais notícias", "veja mais…", "você também pode gostar…",
        "você pode se interessar…", "leia a seguir", "tópicos relacionados",
        "última hora", "plantão",
    ),
    comments=(
        "deixe um comentário…", "deixe uma resposta…", "escreva um comentário…", "publicar comentário",
        "enviar comentário", "comentários", "comentar", "responder", "cancelar resposta",
        "seja o primeiro a comentar…", "ainda não há comentários…", "sem comentários",
        "o seu endereço de email…", "o seu endereço de e-mail…", "seu endereço de e-mail…",
        "campos obrigatórios…", "inicie sessão para comentar…", "…campos obrigatórios…",
        "…e-mail não será publicado…",
    ),
    share=(
        "siga-nos", "siga-nos no…", "siga-nos em…", "siga a gente…", "compartilhe…", "partilhar",
        "partilhar no…", "partilhe este artigo…", "compartilhar", "compartilhar no…",
        "assine nossa newsletter…", "subscreva a nossa newsletter…", "inscreva-se…", "copiar ligação",
        "copiar link", "imprimir", "guardar",
    ),
    navigation=(
        "início", "página inicial", "menu", "pesquisar", "buscar", "ir para o conteúdo…",
        "saltar para o conteúdo…", "voltar ao topo", "artigo anterior…", "próximo artigo…",
        "próxima página", "entrar", "iniciar sessão", "etiquetas:…", "assuntos:…", "ver mais", "ver tudo",
    ),
    legal=(
        "todos os direitos reservados…", "termos de uso", "termos e condições", "política de privacidade",
        "política de cookies", "utilizamos cookies…", "este site usa cookies…",
        "este site utiliza cookies…", "aceitar", "aceitar todos", "rejeitar", "…direitos reservados…",
        "…política de privacidade…", "…proteção de dados…", "…utiliza cookies…",
    ),
    legal_labels=(
        "responsável…", "finalidade…", "legitimação…", "base legal…", "base jurídica…", "destinatários…",
        "armazenamento de dados…", "comunicação de dados…", "conservação…", "direitos…",
    ),
    other=(
        "sobre o autor…", "sobre a autora…",
        "publicidade", "anúncio", "ouça este artigo…", "ouvir este artigo…", "ouça a reportagem…", "imprimir",
        "tempo de leitura…", "carregando…", "continua depois da publicidade", "continua após a publicidade",
        "última atualização…", "atualizado em…", "atualizada em…", "atualizado às…", "min de leitura",
        "minutos de leitura",
    ),
    caption=(
        "foto:…", "foto de…", "fotografia:…", "imagem:…", "crédito:…", "na imagem…", "vídeo:…",
    ),
    byline=(
        "por…", "da redação…", "texto de…", "agência lusa",
    ),
)  # fmt: skip
