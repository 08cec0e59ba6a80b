import { createRouter, createWebHashHistory, type Router } from 'vue-router'

/** The window's places. Each feature is fetched when it is first gone to. */
export function createDeskRouter(): Router {
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: '/', redirect: { name: 'desk' } },
      {
        path: '/desk',
        name: 'desk',
        meta: { title: 'Desk', area: 'desk' },
        component: () => import('./features/desk').then((feature) => feature.DeskView),
      },
      {
        path: '/article/:id',
        name: 'article',
        meta: { title: 'Article', area: 'desk' },
        component: () => import('./features/draft').then((feature) => feature.DraftView),
      },
      {
        path: '/review/:id?',
        name: 'review',
        meta: { title: 'Review', area: 'review' },
        component: () => import('./features/review').then((feature) => feature.ReviewView),
      },
      {
        path: '/publish',
        name: 'publish',
        meta: { title: 'Publish', area: 'publish' },
        component: () => import('./features/publish').then((feature) => feature.PublishView),
      },
      {
        path: '/publish/front',
        name: 'front',
        meta: { title: 'Front page', area: 'publish' },
        component: () => import('./features/publish').then((feature) => feature.FrontView),
      },
      {
        path: '/media',
        name: 'media',
        meta: { title: 'Media', area: 'media' },
        component: () => import('./features/media').then((feature) => feature.MediaView),
      },
      {
        path: '/people',
        name: 'people',
        meta: { title: 'People', area: 'people' },
        component: () => import('./features/people').then((feature) => feature.PeopleView),
      },
      {
        path: '/settings',
        name: 'settings',
        meta: { title: 'Settings', area: 'settings' },
        component: () => import('./features/settings').then((feature) => feature.SettingsView),
      },
      { path: '/:anywhere(.*)*', redirect: { name: 'desk' } },
    ],
  })
}
