// The rules of this repository's own that oxlint loads (see .oxlintrc.json).
import { domainWalls } from './domainWalls.ts'
import { featureWalls } from './featureWalls.ts'
import { packageWalls } from './packageWalls.ts'

export default {
  meta: { name: 'prologue' },
  rules: { 'package-walls': packageWalls, 'domain-walls': domainWalls, 'feature-walls': featureWalls },
}
