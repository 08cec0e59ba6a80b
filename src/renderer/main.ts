import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/compared.css'
import './ui/controls.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { galleyKey } from './backend'
import { createDeskRouter } from './router'

createApp(App).provide(galleyKey, window.galley).use(createPinia()).use(createDeskRouter()).mount('#app')
