import type { PageWords } from './page-words'

export const pt: PageWords = {
  by: 'Por ',
  comma: ', ',
  and: ' e ',
  readTime: (minutes) => `${minutes} min de leitura`,
  updated: 'Atualizado em ',
  avatarOf: (name) => `Retrato de ${name}`,
  aboutAuthors: () => 'Quem assina',
  corrections: (count) => (count === 1 ? 'Correção' : 'Correções'),
  withdrawn: 'Este artigo foi retirado.',
  withdrawnOn: ['Este artigo foi retirado em ', '.'],
  tags: 'Temas',
  share: 'Partilhar',
  email: 'E-mail',
  copyLink: 'Copiar ligação',
  copied: 'Copiado',
  shareByDevice: 'Mais formas de partilhar',
  notes: 'Notas',
  note: (number) => `Nota ${number}`,
  backToText: 'Voltar ao texto',
  facts: 'Factos',
  table: 'Tabela',
  pictures: 'Imagens',
  related: 'Leia também: ',
  skipToArticle: 'Ir para o artigo',
  skipToNotice: 'Ir para o aviso',
  quotes: ['«', '»', '“', '”'],
}

export const ptBR: PageWords = {
  ...pt,
  share: 'Compartilhar',
  copyLink: 'Copiar link',
  shareByDevice: 'Mais formas de compartilhar',
  facts: 'Fatos',
  quotes: ['“', '”', '‘', '’'],
}
