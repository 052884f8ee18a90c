// How many dates a second edtf.js parses: node parse.mjs FOLDER LIST
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder, list] = process.argv.slice(2)
const installed = path.join(folder, 'node_modules/edtf')
const root = fs.existsSync(installed) ? installed : folder
const { parse } = await import(pathToFileURL(path.resolve(root, 'src/parser.js')))
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json')))
const dates = fs.readFileSync(list, 'utf8').split('\n').filter(date => date !== '')

const times = []
for (let run = 0; run < 5; run += 1) {
  const start = performance.now()
  for (const date of dates) parse(date)
  times.push((performance.now() - start) / 1000)
}
console.log(JSON.stringify({ version, node: process.versions.node, rate: dates.length / Math.min(...times) }))
