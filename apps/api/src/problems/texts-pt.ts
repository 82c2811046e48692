import type { ProblemTexts } from './problem-texts.js';

/** Portuguese texts of problems and rules. */
export const TEXTS_PT: ProblemTexts = {
  problems: {
    'malformed-request': {
      title: 'Solicitação ilegível',
      detail: 'Não foi possível ler a solicitação.',
    },
    'acting-organization-required': {
      title: 'Falta a organização',
      detail: 'Indique em nome de qual das suas organizações está agindo.',
    },
    'not-signed-in': {
      title: 'Entre na sua conta',
      detail: 'Entre na sua conta, ou entre novamente.',
    },
    'not-admitted': {
      title: 'Conta não admitida',
      detail: 'Sua conta não tem vínculo vigente no Enlace.',
    },
    'not-permitted': { title: 'Não permitido', detail: 'Suas funções não incluem este ato.' },
    'acting-organization-refused': {
      title: 'Organização recusada',
      detail: 'Você não pode agir em nome desta organização.',
    },
    'stronger-sign-in-required': {
      title: 'É necessário um código',
      detail: 'Este ato exige, além da senha, um código de uso único.',
    },
    'own-report': {
      title: 'Seu próprio relatório',
      detail: 'Outra pessoa deve validar um relatório em que você trabalhou.',
    },
    'not-found': { title: 'Não encontrado', detail: 'Não há nada aqui que você possa ver.' },
    'method-not-allowed': {
      title: 'Método não permitido',
      detail: 'Este endereço não aceita o método.',
    },
    'not-acceptable': {
      title: 'Formato indisponível',
      detail: 'A resposta não existe no formato solicitado.',
    },
    'request-timed-out': {
      title: 'Envio lento demais',
      detail: 'A solicitação não chegou completa a tempo; envie-a de novo.',
    },
    'state-conflict': {
      title: 'Não é possível neste estado',
      detail: 'O registro está em um estado que não permite isso.',
    },
    'report-exists': {
      title: 'O relatório já existe',
      detail: 'Já há um relatório para este ponto, período e observação.',
    },
    'request-in-progress': {
      title: 'Ainda em andamento',
      detail: 'A mesma solicitação ainda está em andamento; tente de novo em instantes.',
    },
    'stale-version': {
      title: 'Alterado nesse meio-tempo',
      detail: 'Alguém alterou o registro depois que você o abriu.',
    },
    'body-too-large': {
      title: 'Grande demais',
      detail: 'O que foi enviado excede o tamanho permitido.',
    },
    'address-too-long': {
      title: 'Endereço longo demais',
      detail: 'O endereço excede o comprimento permitido; use menos filtros.',
    },
    'media-type-not-supported': {
      title: 'Formato não aceito',
      detail: 'Envie a solicitação em JSON.',
    },
    'file-type-not-supported': {
      title: 'Tipo de arquivo não aceito',
      detail: 'Envie um PDF, DOCX, XLSX, CSV, PNG ou JPEG que seja o que o nome diz.',
    },
    'invalid-input': { title: 'Dados inválidos', detail: 'Corrija os pontos assinalados.' },
    'idempotency-key-reused': {
      title: 'Chave já utilizada',
      detail: 'Esta Idempotency-Key foi usada com outro conteúdo.',
    },
    'checks-not-passed': {
      title: 'Verificações não aprovadas',
      detail: 'Corrija os números assinalados.',
    },
    'warnings-not-confirmed': {
      title: 'Avisos a confirmar',
      detail: 'Confirme cada aviso com um comentário.',
    },
    'audience-above-classification': {
      title: 'Público amplo demais',
      detail: 'A classificação não permite este público.',
    },
    'version-required': {
      title: 'Falta a versão',
      detail: 'Indique em If-Match a versão que está alterando.',
    },
    'too-many-requests': {
      title: 'Solicitações demais',
      detail: 'Aguarde um momento antes de tentar de novo.',
    },
    'headers-too-large': {
      title: 'Cabeçalhos grandes demais',
      detail: 'Os cabeçalhos da solicitação excedem o tamanho permitido.',
    },
    'internal-error': {
      title: 'Erro interno',
      detail: 'Algo falhou do nosso lado. Cite a referência ao pedir ajuda.',
    },
    'service-unavailable': {
      title: 'Indisponível no momento',
      detail: 'Uma parte do serviço não responde; tente de novo em breve.',
    },
    'files-busy': {
      title: 'Muitos arquivos em verificação',
      detail:
        'Outros arquivos estão sendo verificados neste momento; envie o seu de novo em alguns segundos.',
    },
  },
  rules: {
    'value-blank': 'Informe um número ou retire a linha.',
    'value-negative': 'O número não pode ser negativo.',
    'value-not-whole': 'Informe um número inteiro.',
    'value-too-large': 'O número é grande demais.',
    'nationality-unknown': 'Este código de nacionalidade não é conhecido.',
    'nationality-duplicated': 'Esta nacionalidade aparece mais de uma vez.',
    'sex-unknown': 'Este código de sexo não é conhecido.',
    'age-band-unknown': 'Esta faixa etária não é conhecida.',
    'indicator-unknown': 'Este indicador não é conhecido.',
    'cell-duplicated': 'Esta combinação de nacionalidade, sexo e idade aparece mais de uma vez.',
    'indicator-duplicated': 'Este indicador aparece mais de uma vez.',
    'age-bands-mixed': 'Em uma mesma linha ninguém é contado em uma faixa etária e em parte dela.',
    'count-differs-from-cells': 'O número difere da soma das suas células.',
    'indicator-above-total': 'O indicador supera o total.',
    'children-above-under-18s':
      'Há mais crianças e adolescentes do que pessoas com menos de 18 anos.',
    'no-figures': 'Informe números ou marque o relatório como sem chegadas.',
    'nil-with-figures': 'Um relatório sem chegadas não pode conter números.',
    'period-not-ended': 'O período ainda não terminou.',
    'period-before-1990': 'O período é anterior a 1990.',
    'crossing-point-of-another-state': 'O ponto de passagem pertence a outro Estado.',
    'crossing-point-outside-seat':
      'A sua função de ponto focal não abrange este ponto de passagem.',
    'crossing-point-not-active': 'O ponto de passagem não estava ativo no período.',
    'note-too-long': 'A nota é longa demais.',
    'note-with-personal-data': 'A nota parece conter dados pessoais; retire-os.',
    'nationality-of-the-americas': 'Esta nacionalidade é das Américas.',
    'nationality-look-alike': 'Este código se confunde facilmente com outro; verifique-o.',
    'far-above-median': 'O número está muito acima do habitual.',
    'far-below-median': 'O número está muito abaixo do habitual.',
    'register-total-differs': 'O total difere do total do registro.',
    'wrong-type': 'O valor é de um tipo incorreto.',
    'wrong-format': 'O valor tem um formato incorreto.',
    'too-small': 'O valor deve ser no mínimo {limit}.',
    'too-large': 'O valor deve ser no máximo {limit}.',
    'too-short': 'São necessários pelo menos {limit}.',
    'too-long': 'São aceitos no máximo {limit}.',
    'not-a-choice': 'Escolha um destes valores: {choices}.',
    'not-a-multiple': 'O valor deve ser um múltiplo de {divisor}.',
    'unknown-key': 'Este campo não é conhecido.',
    'no-alternative-fits': 'O valor não corresponde a nenhuma das formas possíveis.',
    'not-accepted': 'Este valor não é aceito.',
    required: 'Este dado é obrigatório.',
    'unknown-record': 'Não existe tal registro entre os que você pode ver.',
    'already-exists': 'Já existe.',
    'in-the-past': 'Está no passado.',
    'audience-empty': 'O público não alcança ninguém.',
    'personal-data': 'Isto parece um dado pessoal, que nunca é guardado; retire-o.',
    'part-missing':
      'Um compromisso precisa de responsável, entrega, data e meio de verificação; falta: {part}.',
    'reviewers-missing':
      'Entre quem pode lê-la não há dois avaliadores de outras organizações: escolha mais leitores.',
    'evidence-missing': 'Para dá-lo por cumprido é preciso evidência num relatório aceito.',
    'date-waived': 'A data foi dispensada: não se espera relatório para ela.',
    'not-confirmed': 'Confirme antes que o arquivo não mostra dados pessoais.',
    'file-damaged': 'O arquivo está danificado ou não é o que diz ser.',
    'file-locked': 'O arquivo está cifrado ou protegido por senha; entregue-o aberto.',
    'file-active':
      'O arquivo contém macros, programas, vínculos que se carregam sozinhos ou outros arquivos; entregue-o sem eles.',
    'file-expands':
      'Ao abrir, o arquivo ocupa muito mais do que parece, ou contém mais do que se pode verificar.',
    'file-slow':
      'A verificação do arquivo demora demais; simplifique-o ou entregue-o em várias partes.',
    'actor-outside-forum':
      'Esta organização não pode assumir compromissos perante o foro: não é uma agência nem uma autoridade de um Estado membro ou associado.',
    'instrument-is-draft':
      'O acordo ainda é um rascunho: os compromissos são registrados depois de adotado.',
    'instrument-not-followed': 'O foro não acompanha este acordo.',
    'instrument-of-another': 'Este acordo pertence a outra organização.',
    'instrument-is-adopted':
      'Um texto adotado não se altera: só se acrescentam dispositivos a um rascunho ou a um acordo que ainda não tem nenhum.',
    'commitment-not-running':
      'Os prazos exigem um compromisso aceito ou em andamento; uma aspiração não os tem.',
    'schedule-is-regular':
      'Os prazos deste compromisso seguem um calendário periódico; altere o calendário.',
    'original-missing': 'Falta o texto no idioma indicado como original.',
    'not-a-day': 'Informe uma data: uma célula de data, ou 2026-10-31 como texto.',
    'not-a-table': 'Entregue uma pasta de trabalho XLSX ou um arquivo CSV em UTF-8.',
    'table-too-wide':
      'A planilha tem células muito distantes da tabela; exclua as linhas e colunas vazias ao redor.',
    'file-empty': 'O arquivo não tem linhas abaixo dos cabeçalhos.',
    'file-unreadable': 'Não é possível ler a linha: verifique aspas e separadores.',
    'not-utf-8': 'O arquivo não está em UTF-8: salve-o como “CSV UTF-8”.',
    'too-many-rows': 'O arquivo tem mais de {limit} linhas; divida-o.',
    'sheet-unknown': 'Não se sabe o que esta planilha contém; use os nomes e cabeçalhos do modelo.',
    'column-missing': 'Falta esta coluna.',
    'column-unknown': 'Este cabeçalho não é reconhecido; corrija-o ou exclua a coluna.',
  },
};
